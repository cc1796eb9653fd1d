# Nederlandse teksten van mtvp, taalniveau B1: rapporten in andere vormen. De Engelse teksten staan in ../en/reports.ftl.
