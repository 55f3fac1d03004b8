select-keep-this-out = Nicht veröffentlichen
