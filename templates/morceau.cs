<?cs include:"macros.cs" ?>
<?cs include!Page.template ?>
