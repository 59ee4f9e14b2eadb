"""Every component in every state, with invented neutral text: what `/styleguide/` shows."""

from proceedings.publishing.specimens.drafting import DRAFTING
from proceedings.publishing.specimens.drafts import DRAFTS
from proceedings.publishing.specimens.figures import FIGURES
from proceedings.publishing.specimens.forms import FORMS
from proceedings.publishing.specimens.intake import INTAKE
from proceedings.publishing.specimens.ledger import LEDGER
from proceedings.publishing.specimens.lists import LISTS
from proceedings.publishing.specimens.queues import QUEUES
from proceedings.publishing.specimens.reading import READING
from proceedings.publishing.specimens.sheets import SHEETS
from proceedings.publishing.specimens.specimen import Group
from proceedings.publishing.specimens.splitting import SPLITTING
from proceedings.publishing.specimens.workshop import WORKSHOP
from proceedings.publishing.specimens.writing import WRITING

GROUPS: tuple[Group, ...] = (
    Group("reading", "Reading", READING),
    Group("lists", "Lists and the way around", LISTS),
    Group("workshop", "Parts of a workshop", WORKSHOP),
    Group("drafts", "Drafts and what changed", DRAFTS),
    Group("figures", "Numbers and pictures", FIGURES),
    Group("intake", "The intake desk", INTAKE),
    Group("sheets", "Tables of contributions", SHEETS),
    Group("drafting", "The workbench for drafts", DRAFTING),
    Group("writing", "Writing and comparing drafts", WRITING),
    Group("splitting", "Splitting contributions", SPLITTING),
    Group("queues", "Queues of points and approvals", QUEUES),
    Group("ledger", "The ledger", LEDGER),
    Group("forms", "Forms, states and messages", FORMS),
)
