"""The addresses at which drafts arrive and their originals are handed out, below /desk/drafts/."""

from django.urls import path

from submissions.views import drafts

app_name = "draft-door"

urlpatterns = [
    path("<slug:slug>/<slug:text>/begin/upload/", drafts.upload, name="upload"),
    path("<slug:slug>/<slug:text>/begin/paste/", drafts.paste, name="paste"),
    path("<slug:slug>/<slug:text>/original/<int:pk>/", drafts.original, name="original"),
]
