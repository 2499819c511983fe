<?cs include:"courriel/entete.html.cs" ?>
<h1 style="margin:0 0 12px;font:600 26px/1.2 Georgia,serif">
	Vos données sont effacées
</h1>
<p style="margin:0 0 16px">
	Bonjour. Vos données ont été effacées de cet espace, comme vous l’avez demandé. Nous gardons cinq ans la
	date de votre demande, sans votre nom.
</p>
<p style="margin:0 0 16px">
	Ceci est notre dernier message. Votre adresse n’est gardée nulle part ici une fois qu’il est parti.
</p>
<?cs include:"courriel/pied.html.cs" ?>
