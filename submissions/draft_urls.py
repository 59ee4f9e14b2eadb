"""The addresses at which drafts arrive, below /desk/drafts/."""

from django.urls import path

from submissions.views import drafts

app_name = "draft-door"

urlpatterns = [
    path("<slug:slug>/<slug:text>/begin/upload/", drafts.upload, name="upload"),
    path("<slug:slug>/<slug:text>/begin/paste/", drafts.paste, name="paste"),
]
