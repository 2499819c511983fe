<?cs # What begins each mail; bouton: how a link looks that is the one thing to do; jour: a date as a leaf of
     a calendar. ?>
<?cs def:bouton() ?> style="display:inline-block;padding:12px 20px;border-radius:8px;background:#44841a;
	color:#fff;font-weight:600;text-decoration:none"
<?cs /def ?>

<?cs def:jour(mois, numero) ?>
	<table role="presentation" width="52" cellpadding="0" cellspacing="0"
			style="background:#e9f2df;border-radius:8px;color:#35690f">
		<tr>
			<td align="center" style="padding:8px 0;font:600 22px/1.1 Georgia,serif">
				<span style="font:600 11px/1.3 system-ui,sans-serif"><?cs var:mois ?></span>
				<br>
				<?cs var:numero ?>
			</td>
		</tr>
	</table>
<?cs /def ?>

<!DOCTYPE html>
<html lang="fr">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width">
	<meta name="color-scheme" content="light dark">
	<title><?cs var:Courriel.sujet ?></title>
	<style>@media(prefers-color-scheme:dark){
	.b{background:#131511!important}.c{background:#1b1e18!important;color:#eceae2!important}
	.l{color:#9fd474!important}.m{color:#adb1a4!important}}</style>
</head>
<body class="b" style="margin:0;background:#f2efe7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
<tr>
<td align="center" style="padding:16px">
<table role="presentation" class="c" width="100%" cellpadding="0" cellspacing="0"
	style="max-width:600px;background:#fffefb;border-radius:12px;color:#22261e;
		font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif">
<tr>
<td style="padding:32px 24px">
<p class="m" style="margin:0 0 16px;font-size:13px;color:#5b6055">
	<b><?cs var:Courriel.site ?></b>, <?cs var:Courriel.org ?>
</p>
