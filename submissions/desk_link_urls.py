"""The secretariat's pages of the committees' personal links."""

from django.urls import path

from submissions.views import links

app_name = "links"

urlpatterns = [
    path("", links.listed, name="list"),
    path("issue/", links.issue, name="issue"),
    path("revoke/", links.revoke, name="revoke"),
    path("addresses/", links.addresses, name="addresses"),
    path("addresses.xlsx", links.workbook, name="workbook"),
    path("letters.txt", links.letters, name="letters"),
]
