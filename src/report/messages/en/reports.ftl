# English texts of mtvp, in plain words: reports in other formats. The Dutch texts are in ../nl/reports.ftl.
