# English texts of mtvp, in plain words: settings, agreements and files. The Dutch texts are in ../nl/settings.ftl.
