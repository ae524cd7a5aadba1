"""The whole public site as files that a web server can serve without the program.

``plan`` says what there is and what each address depends on, ``exporting`` brings a folder to it,
``verifying`` proves that what is served is what was released (docs/static-site.md).
"""
