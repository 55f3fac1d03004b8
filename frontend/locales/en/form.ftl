form-change-your-report = Change your report
form-this-is-your-report = This is your report as it is kept. Change what you like and send it again.
form-a-title-and-a = A title and a few lines are enough. Everything else helps, and nothing else is needed.
form-too-many-fields-the = Too many fields? <a href="/report/form?about={ $id }">The short form</a> has the few that matter most. Something else to tell? <a href="/report">Choose again</a>.
