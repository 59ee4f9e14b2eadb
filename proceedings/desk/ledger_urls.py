"""The addresses of the ledger, below /desk/ledger/."""

from django.urls import path

from proceedings.desk import gap_remedies, ledger

app_name = "ledger"

urlpatterns = [
    path("", ledger.workshops, name="workshops"),
    path("<slug:slug>/", ledger.ledger, name="ledger"),
    path("<slug:slug>/rows/<slug:name>/", ledger.rows, name="rows"),
    path("<slug:slug>/gaps/<slug:kind>/", ledger.gaps, name="gaps"),
    path("<slug:slug>/gaps/<slug:kind>/mend/", gap_remedies.mend, name="mend"),
    path("<slug:slug>/close/", ledger.close, name="close"),
    path("<slug:slug>/reopen/", ledger.reopen, name="reopen"),
]
