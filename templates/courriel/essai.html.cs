<?cs uvar:Courriel.html ?><?cs # the letter as it leaves, out of lettre_render() ?>
