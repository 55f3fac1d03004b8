select-keep-this-out = Keep this out
