"""The addresses of what is published. Every one is looked up as it stands; the names are for making links."""

from django.urls import path, re_path

from proceedings.publishing.serving import page

app_name = "public"

urlpatterns = [
    path("", page, name="home"),
    path("workshops/", page, name="workshops"),
    path("workshops/<slug:slug>/", page, name="workshop"),
    path("workshops/<slug:slug>/contributions/<int:number>/", page, name="contribution"),
    path("workshops/<slug:slug>/downloads/<str:name>", page, name="download"),
    path("workshops/<slug:slug>/editions/<str:edition>/downloads/<str:name>", page, name="edition-download"),
    path("committees/", page, name="committees"),
    path("committees/<slug:slug>/", page, name="committee"),
    re_path(r"^workshops/(?P<slug>[-\w]+)/(?P<rest>.+/)$", page, name="workshop-page"),
]
