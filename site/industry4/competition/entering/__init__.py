"""Entering: a company's way from its e-mail address to a submitted entry, without an account.

`beginning` sends a private link, `views` is what stands behind it, `steps` what may be done there
and when. The form is made of what the edition asks (`fields`, `asked`, `forms`), files are looked
into before they are kept (`uploads`), and what happens is mailed in the background (`mails`,
`tasks`).
"""
