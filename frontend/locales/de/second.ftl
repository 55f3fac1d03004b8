second-your-code = Ihr Code
second-what-did-you-see = Was haben Sie gesehen und getan?
second-in-the-order-it = In der Reihenfolge, in der es damals Sinn ergab. Was der erste Bericht schon sagt, darf noch einmal gesagt werden.
second-tell-it-from-your = Erzählen Sie es von Ihrer Seite
second-somebody-who-was-there = Jemand, der dabei war, hat einen Bericht gesendet und Ihnen einen Code gegeben. Erzählen Sie, was Sie gesehen haben; Sie sehen nicht, was dort steht, und umgekehrt, bevor es öffentlich ist.
