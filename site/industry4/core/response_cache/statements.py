"""Which statements change something public.

Everything does that is not known to only read, or to change what visitors never see: a table that
is added is safe before anybody thinks of this module.
"""

import re
from functools import lru_cache

# What visitors never see, by the beginnings of the names of tables.
NEVER_PUBLIC = (
    "competition_",  # the pages of editions are of another app
    *("auth_", "delivery_", "django_", "users_", "site_search_", "home_contactmessage"),
    *("wagtail_localize_", "wagtailadmin_"),
    *("wagtailsearch_", "wagtailsearchpromotions_query", "wagtailusers_", "wagtailcore_apitoken"),
    *("wagtailcore_comment", "wagtailcore_group", "wagtailcore_modellogentry"),
    *("wagtailcore_pagelogentry", "wagtailcore_pagesubscription", "wagtailcore_referenceindex"),
    *("wagtailcore_revision", "wagtailcore_task", "wagtailcore_uploadedfile"),
    "wagtailcore_workflow",
)
# What a draft changes of what it is a draft of.
EDITORIAL = {
    *("draft_title", "has_unpublished_changes", "latest_revision_id"),
    *("latest_revision_created_at", "locked", "locked_at", "locked_by_id"),
}
READING = {
    *("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "START", "COMMIT", "END", "SET"),
    *("SHOW", "PRAGMA", "ANALYZE", "VACUUM", "VALUES", "DECLARE", "FETCH", "CLOSE"),
    *("LOCK", "LISTEN", "UNLISTEN", "NOTIFY", "RESET"),
}

NAME = r'(?:(?:"[^"]+"|\w+)\s*\.\s*)?(?:"(?P<quoted>[^"]+)"|(?P<plain>\w+))'
BEFORE = re.compile(r"(?:\s+|--[^\n]*(?:\n|$)|/\*.*?\*/|\()*", re.DOTALL)
VERB = re.compile(r"[A-Za-z]+")
WRITING = (
    r"(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|DELETE\s+FROM(?:\s+ONLY\b)?"
    r"|(?<!FOR )(?<!DO )(?<!KEY )UPDATE(?:\s+OR\s+\w+\b)?(?:\s+ONLY\b)?)\s+"
)
ONE = re.compile(WRITING + NAME, re.IGNORECASE)
ASSIGNMENTS = re.compile(r"\sSET\s(.*?)(?:\sWHERE\s|$)", re.IGNORECASE | re.DOTALL)
COLUMN = re.compile(r'(?:^|,)\s*"?(\w+)"?\s*=\s*(?:%s|NULL|\w+)(?=\s*(?:,|$))', re.IGNORECASE)
MORE = re.compile(r";\s*\S")
LONGEST_KEPT = 5_000


def changes(sql: str) -> bool:
    """Whether the statement changes something that visitors may see."""
    return _changes(sql) if len(sql) <= LONGEST_KEPT else _changes.__wrapped__(sql)


@lru_cache(maxsize=2_048)
def _changes(sql: str) -> bool:
    start = BEFORE.match(sql).end()  # type: ignore[union-attr]  # it matches nothing at least
    found = VERB.match(sql, start)
    verb = found.group().upper() if found else ""
    if verb in READING and not MORE.search(sql):
        return verb == "SELECT" and bool(re.search(r"\sINTO\s", sql[:2_000], re.IGNORECASE))
    if verb == "WITH":
        written = list(ONE.finditer(sql, start))
        return any(_is_public(sql, each) for each in written)
    if MORE.search(sql):
        return True
    one = ONE.match(sql, start)
    return one is None or _is_public(sql, one)


def _is_public(sql: str, statement: re.Match[str]) -> bool:
    table = (statement["quoted"] or statement["plain"]).lower()
    if table.startswith(NEVER_PUBLIC):
        return False
    if not statement.group().upper().startswith("UPDATE"):
        return True
    assignments = ASSIGNMENTS.search(sql, statement.end())
    if assignments is None:
        return True
    said = assignments.group(1)
    columns = COLUMN.findall(said)
    # As many columns as there are assignments: nothing here was overlooked.
    return len(columns) != said.count("=") or not {name.lower() for name in columns} <= EDITORIAL
