# Nederlandse teksten van mtvp, taalniveau B1: instellingen, afspraken en bestanden. De Engelse teksten staan in ../en/settings.ftl.
