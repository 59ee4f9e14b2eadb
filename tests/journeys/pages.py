"""Every kind of page that the sweeps look at, and the windows they look through."""

from dataclasses import dataclass

import pytest

from proceedings.models import Conclusion, Contribution, User
from submissions.models import Submission
from tests.journeys import answered_sample, arrived_sample, drafted_sample, queued_sample
from tests.journeys.conftest import WORKSHOP, founding


@dataclass(frozen=True)
class Kind:
    """A kind of page: its address in Vietnamese, who looks at it, the status it answers with."""

    name: str
    path: str
    as_: str | None = None
    status: int = 200

    def address(self, language="vi"):
        """Return the address in a language; rows of the register are found by what they are."""
        path = self.path
        if "{" in path:
            path = path.format(
                workshop=founding().pk,
                contribution=Contribution.objects.in_workshop(founding()).get(number=5).pk,
                conclusion=Conclusion.objects.filter(workshop=founding()).order_by("pk").first().pk,
                doubtful=_waiting("doubtful"),
                ready=_waiting("ready"),
                refused=_waiting("refused"),
                article=drafted_sample.article().pk,
                point=answered_sample.points()[0].pk,
                shared=answered_sample.points()[6].pk,
                response=answered_sample.response().pk,
                snippet=answered_sample.snippet().pk,
                returned=drafted_sample.returned().pk,
                user=User.objects.get(username="dai-bieu").pk,
            )
        return f"/en{path}" if language == "en" else path


PUBLIC = [
    Kind("home", "/"),
    Kind("workshops", "/workshops/"),
    Kind("workshop", WORKSHOP),
    Kind("draft", f"{WORKSHOP}draft/"),
    Kind("numbered-draft", f"{WORKSHOP}draft/1/"),
    Kind("redline", f"{WORKSHOP}draft/1/redline/2/"),
    Kind("contributions", f"{WORKSHOP}contributions/"),
    Kind("contributions-filtered", f"{WORKSHOP}contributions/by/form/live/"),
    Kind("contribution", f"{WORKSHOP}contributions/5/"),
    Kind("workshop-committees", f"{WORKSHOP}committees/"),
    Kind("workshop-committee", f"{WORKSHOP}committees/bac-ninh/"),
    Kind("conclusions", f"{WORKSHOP}conclusions/"),
    Kind("downloads", f"{WORKSHOP}downloads/"),
    Kind("committees", "/committees/"),
    Kind("committee", "/committees/ha-giang/"),
    Kind("numbered-edition", f"{WORKSHOP}editions/1/"),
]
DOOR = [
    Kind("sign-in", "/accounts/login/"),
    Kind("reset", "/accounts/password/reset/"),
    Kind("reset-done", "/accounts/password/reset/done/"),
    Kind("inactive", "/accounts/inactive/"),
    Kind("change-password", "/accounts/password/change/", "bien-tap"),
    Kind("not-found", "/khong-co-trang-nay/", status=404),
    Kind("refused", "/admin/", "dai-bieu", status=403),
    Kind("styleguide", "/styleguide/"),
    Kind("submit", "/submit/", "dai-bieu"),
    Kind("submit-dead-link", "/submit/khong-co/", status=404),
    Kind("links", f"/desk/intake/{WORKSHOP.split('/')[2]}/links/", "thu-ky"),
    Kind("link-addresses", f"/desk/intake/{WORKSHOP.split('/')[2]}/links/addresses/", "thu-ky"),
    Kind("preview", f"/desk/preview/{WORKSHOP.split('/')[2]}/public/", "bien-tap"),
]
INTAKE_OF = f"/desk/intake/{arrived_sample.WORKSHOP}/"
INTAKE = [
    Kind("intake", "/desk/intake/", "thu-ky"),
    Kind("intake-table", INTAKE_OF, "thu-ky"),
    Kind("intake-table-read", INTAKE_OF, "bien-tap"),
    Kind("intake-doubtful", f"{INTAKE_OF}{{doubtful}}/", "thu-ky"),
    Kind("intake-ready", f"{INTAKE_OF}{{ready}}/", "thu-ky"),
    Kind("intake-refused", f"{INTAKE_OF}{{refused}}/", "thu-ky"),
    Kind("intake-letter", f"{INTAKE_OF}{{refused}}/letter/", "thu-ky"),
]
DRAFTS_OF = f"/desk/drafts/{drafted_sample.WORKSHOP}/"
DRAFT = f"{DRAFTS_OF}{drafted_sample.TEXT}/"
DRAFTS = [
    Kind("drafts-workshops", "/desk/drafts/", "bien-tap"),
    Kind("drafts", DRAFTS_OF, "thu-ky"),
    Kind("drafts-begin", f"{DRAFTS_OF}{drafted_sample.OTHER}/begin/", "bien-tap"),
    Kind("draft-outline", f"{DRAFT}outline/", "thu-ky"),
    Kind("draft-node", f"{DRAFT}outline/{{article}}/", "bien-tap"),
    Kind("draft-choose", f"{DRAFT}choose/", "bien-tap"),
    Kind("draft-issue", f"{DRAFT}issue/", "thu-ky"),
    Kind("draft-issued", f"{DRAFT}2/", "bien-tap"),
    Kind("draft-lineage", f"{DRAFT}2/lineage/", "bien-tap"),
    Kind("draft-write", f"{DRAFT}write/{{article}}/", "bien-tap"),
    Kind("draft-compare", f"{DRAFT}compare/1/working/", "bien-tap"),
    Kind("draft-compare-columns", f"{DRAFT}compare/1/2/?view=columns", "bien-tap"),
    Kind("draft-return", f"{DRAFT}return/", "bien-tap"),
    Kind("draft-return-review", f"{DRAFT}return/{{returned}}/", "bien-tap"),
    Kind("draft-issued-document", f"{DRAFT}issued-document/", "thu-ky"),
]
SPLITTING_OF = f"/desk/splitting/{WORKSHOP.split('/')[2]}/"
SPLITTING = [
    Kind("splitting-workshops", "/desk/splitting/", "bien-tap"),
    Kind("splitting-list", SPLITTING_OF, "bien-tap"),
    Kind("splitting-list-read", f"{SPLITTING_OF}?who=unfinished", "thu-ky"),
    Kind("splitting", f"{SPLITTING_OF}5/", "bien-tap"),
    Kind("splitting-form", f"{SPLITTING_OF}5/?from=0&to=30", "bien-tap"),
    Kind("splitting-sure", f"{SPLITTING_OF}5/?preview=sure", "bien-tap"),
    Kind("splitting-rest", f"{SPLITTING_OF}1/?preview=rest", "bien-tap"),
    Kind("splitting-read", f"{SPLITTING_OF}5/", "thu-ky"),
]
QUEUE = f"/desk/queue/{queued_sample.WORKSHOP}/"
QUEUES = [
    Kind("queue-workshops", "/desk/queue/", "bien-tap"),
    Kind("queue", QUEUE, "bien-tap"),
    Kind("queue-filtered", f"{QUEUE}?tab=all&state=proposed&order=place", "thu-ky"),
    Kind("queue-empty", f"{QUEUE}?q=khong-co-chu-nay", "bien-tap"),
    Kind("queue-table", f"{QUEUE}table/?tab=all", "bien-tap"),
    Kind("queue-approve", f"{QUEUE}approve/", "to-truong"),
    Kind("queue-batches", f"{QUEUE}approve/batches/", "to-truong"),
]
POINTS_OF = answered_sample.ROOT
POINTS = [
    Kind("point", f"{POINTS_OF}{{point}}/", "bien-tap"),
    Kind("point-shared", f"{POINTS_OF}{{shared}}/", "to-truong"),
    Kind("point-read", f"{POINTS_OF}{{point}}/", "thu-ky"),
    Kind("point-document", f"{POINTS_OF}{{point}}/document/", "bien-tap"),
    Kind("response", f"{POINTS_OF}responses/{{response}}/", "to-truong"),
    Kind("snippets", f"{POINTS_OF}snippets/", "bien-tap"),
    Kind("snippet", f"{POINTS_OF}snippets/{{snippet}}/", "bien-tap"),
]
LEDGER_OF = f"/desk/ledger/{queued_sample.WORKSHOP}/"
LEDGER = [
    Kind("ledger-workshops", "/desk/ledger/", "bien-tap"),
    Kind("ledger", LEDGER_OF, "to-truong"),
    Kind("ledger-read", LEDGER_OF, "thu-ky"),
    Kind("ledger-rows", f"{LEDGER_OF}rows/points-all/", "bien-tap"),
    Kind("ledger-gaps", f"{LEDGER_OF}gaps/unanswered/", "bien-tap"),
    Kind("groups", f"/desk/groups/{queued_sample.WORKSHOP}/", "bien-tap"),
]
REGISTER = [
    Kind("register", "/admin/", "thu-ky"),
    Kind("registry", "/admin/proceedings/contribution/", "thu-ky"),
    Kind("registry-add", "/admin/proceedings/contribution/add/", "thu-ky"),
    Kind("registry-change", "/admin/proceedings/contribution/{contribution}/change/", "thu-ky"),
    Kind("registry-history", "/admin/proceedings/contribution/{contribution}/history/", "thu-ky"),
    Kind("workshop-form", "/admin/proceedings/workshop/{workshop}/change/", "thu-ky"),
    Kind("publish", "/admin/proceedings/workshop/{workshop}/publish/", "thu-ky"),
    Kind("participations", "/admin/proceedings/participation/", "thu-ky"),
    Kind("conclusion-form", "/admin/proceedings/conclusion/{conclusion}/change/", "thu-ky"),
    Kind("tasks", "/admin/proceedings/task/", "thu-ky"),
    Kind("editions", "/admin/proceedings/edition/", "thu-ky"),
    Kind("failed-jobs", "/admin/submissions/backgroundjob/", "thu-ky"),
    Kind("account-add", "/admin/proceedings/user/add/", "thu-ky"),
    Kind("account-change", "/admin/proceedings/user/{user}/change/", "thu-ky"),
]
EVERY = [*PUBLIC, *DOOR, *INTAKE, *DRAFTS, *SPLITTING, *QUEUES, *POINTS, *LEDGER, *REGISTER]


def _waiting(state):
    """Return the first submission of the sample in a state."""
    rows = Submission.objects.filter(batch__workshop__slug=arrived_sample.WORKSHOP, state=state)
    return rows.order_by("pk").first().pk


def each(kinds):
    """Run a test once for each kind of page."""
    return pytest.mark.parametrize("kind", kinds, ids=[kind.name for kind in kinds])


def go(page, kind, language="vi"):
    """Open a page of a kind, and be sure that it is the one."""
    answer = page.goto(kind.address(language), wait_until="load")
    assert answer.status == kind.status, f"{kind.address(language)}: {answer.status}"
    return answer
