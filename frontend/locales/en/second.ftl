second-your-code = Your code
second-what-did-you-see = What did you see and do?
second-in-the-order-it = In the order it made sense then. What the first report says already may be said again.
second-tell-it-from-your = Tell it from your side
second-somebody-who-was-there = Somebody who was there sent a report and gave you a code. Tell what you saw; you do not see what they wrote, and they do not see yours before it is public.
