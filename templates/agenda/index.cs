<div class="head">
	<h1>Agenda</h1>
</div>
<ol class="rows">
	<?cs each:e = items ?>
		<li class="hit row nw g5">
			<div class="grow">
				<h2><a href="/agenda/<?cs var:e.id ?>"><?cs var:e.titre ?></a></h2>
			</div>
		</li>
	<?cs /each ?>
</ol>
