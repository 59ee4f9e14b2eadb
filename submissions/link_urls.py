"""The committees' own page: for delegates below ``w/``, for a personal link below its token."""

from django.urls import path

from submissions.views import committee_batch, committee_page
from submissions.views.entrance import by_delegate, by_link

app_name = "committee"

PAGES = (
    ("", committee_page.page, "page"),
    ("<int:batch_id>/", committee_batch.batch, "batch"),
    ("<int:batch_id>/confirm/", committee_batch.confirm, "confirm"),
    ("<int:batch_id>/receipt.pdf", committee_batch.receipt, "receipt"),
    ("<int:batch_id>/<int:pk>/", committee_batch.file, "file"),
    ("<int:batch_id>/<int:pk>/withdraw/", committee_batch.withdraw, "withdraw"),
)

urlpatterns = [
    path("", committee_page.home, name="home"),
    path("w/<slug:slug>/", committee_page.workshop, name="workshop"),
    *(
        path(f"w/<slug:slug>/<slug:asked>/{rest}", by_delegate(view), name=f"delegate-{name}")
        for rest, view, name in PAGES
    ),
    *(path(f"<str:token>/{rest}", by_link(view), name=f"link-{name}") for rest, view, name in PAGES),
]
