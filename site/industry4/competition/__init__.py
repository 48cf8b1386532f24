"""The election of the most innovative company, from the first entry to the published result.

The pages of an edition are in `ecosystem`; here is what companies, jurors and the chair do with
it. All of it belongs to the translation key of the edition, which its pages share.
"""
