problems-one-thing-needs-another = One thing needs another look
problems-things-need-another-look = { $errors } things need another look
