export function show($scope, $sce, message) {
  $scope.body = $sce.trustAsHtml(message); // finding: the parameter 'message'
}
