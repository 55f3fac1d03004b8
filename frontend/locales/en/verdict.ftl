verdict-no-sign-that-is = No sign that is known to us. Whoever was there may recognise it all the same.
