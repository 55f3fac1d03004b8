share-somebody-else-saw-it = Somebody else saw it from another side?
share-make-a-code-for = Make a code for them. With it they add their own account, without seeing yours, and get a receipt of their own. A code is good for one account and about a month.
share-make-a-code-for-2 = Make a code for a second person
