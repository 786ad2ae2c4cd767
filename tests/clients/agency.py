"""What openapi-python-client makes of the contract, at work: python agency.py URL TOKEN."""

import sys
from datetime import date

from national_report_client import AuthenticatedClient
from national_report_client.api.agencies import create_agency
from national_report_client.api.documents import get_document_docx
from national_report_client.api.people import create_post, create_token, create_user
from national_report_client.api.reports import create_report
from national_report_client.api.review import create_transition
from national_report_client.api.sections import get_section, update_section
from national_report_client.api.status import get_status
from national_report_client.api.texts import get_text, save_text
from national_report_client.models import (
    NewAgency,
    NewLocalizedText,
    NewPost,
    NewReport,
    NewText,
    NewToken,
    NewTransition,
    NewUser,
    Problem,
    ReviewAction,
    Revisions,
    Role,
    SaveTextIfNoneMatch,
    SectionPatch,
)

URL, ADMIN = sys.argv[1:]
REPORT, SECTION = "python-2030", "obj-06"


def done(answer):
    """The parsed answer of a request that was carried out."""
    assert not isinstance(answer.parsed, Problem), answer.parsed
    assert answer.status_code < 300, answer.status_code
    return answer.parsed


def client(token):
    return AuthenticatedClient(base_url=URL, token=token)


def person(key, **post):
    """Makes a person with a post; a client with a token of theirs."""
    done(create_user.sync_detailed(client=admin, body=NewUser(id=key, name=key)))
    done(create_post.sync_detailed(key, client=admin, body=NewPost(**post)))
    return client(done(create_token.sync_detailed(key, client=admin, body=NewToken(label="test"))).secret)


def act(who, action, **more):
    body = NewTransition(action=action, **more)
    return done(create_transition.sync_detailed(REPORT, SECTION, client=who, body=body)).now.state


def assign(section, **patch):
    tag = get_section.sync_detailed(REPORT, section, client=coordinator).headers["ETag"]
    body = SectionPatch.from_dict(patch)
    done(update_section.sync_detailed(REPORT, section, client=coordinator, body=body, if_match=tag))


def titled(text):
    return NewLocalizedText.from_dict({"en": text})


admin = client(ADMIN)
done(create_agency.sync_detailed(client=admin, body=NewAgency(id="python", title=titled("Agency"))))
head = person("python-head", role=Role.HEAD, agency="python")
coordinator = person("python-coordinator", role=Role.COORDINATOR)
ministry = person("python-ministry", role=Role.REVIEWER, step="foreign-ministry")

report = NewReport(
    id=REPORT, format_="gcm-imrf", country="TKM", title=titled("Report"), forum_date=date(2030, 5, 7),
    languages=["en"], source_language="en",
)
assert done(create_report.sync_detailed(client=coordinator, body=report)).forum_date == date(2030, 5, 7)
assign(SECTION, lead="python")
assign("obj-08", contributors=["python"], agency_deadlines={"python": "2029-06-01"})
assign("obj-08", agency_deadlines={"python": None})

text = "Every case is referred. Ýagdaý. Случай."
saved = done(save_text.sync_detailed(
    REPORT, SECTION, "en", client=head, body=NewText(markdown=text), if_none_match=SaveTextIfNoneMatch.VALUE_0))
assert saved.revision == 1
assert done(get_text.sync_detailed(REPORT, SECTION, "en", client=head)).markdown == text

revisions = Revisions.from_dict({"en": 1})
act(head, ReviewAction.SUBMIT, revisions=revisions)
act(coordinator, ReviewAction.APPROVE, revisions=revisions)
assert act(ministry, ReviewAction.APPROVE, revisions=revisions) == "approved"
refused = create_transition.sync(REPORT, SECTION, client=head, body=NewTransition(action=ReviewAction.SUBMIT))
assert isinstance(refused, Problem) and refused.code == "wrong_state", refused

status = done(get_status.sync_detailed(REPORT, client=coordinator))
assert status.counts.approved == 1, status.counts
document = get_document_docx.sync_detailed(REPORT, client=coordinator)
assert document.status_code == 200 and document.content.startswith(b"PK"), document.status_code
print(f"openapi-python-client: a report written, approved and read; {len(document.content):,} bytes of DOCX")
