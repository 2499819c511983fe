Vos données sont effacées

Bonjour,

Vos données ont été effacées de cet espace, comme vous l’avez demandé. Nous
gardons cinq ans la date de votre demande, sans votre nom.

Ceci est notre dernier message. Votre adresse n’est gardée nulle part ici une
fois qu’il est parti.

<?cs var:Courriel.site ?>, l’espace des personnes engagées avec <?cs var:Courriel.org ?>
