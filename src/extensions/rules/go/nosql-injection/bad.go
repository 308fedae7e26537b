package main

import (
	"context"
	"encoding/json"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(w http.ResponseWriter, r *http.Request, users *mongo.Collection) {
	var filter bson.M
	if err := json.NewDecoder(r.Body).Decode(&filter); err != nil {
		return
	}
	users.FindOne(context.TODO(), filter) // finding: made of the body of the request
	users.Find(context.TODO(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"}) // finding: made of a form field
	users.UpdateMany(context.TODO(), filter, bson.M{"$set": bson.M{"seen": true}}) // finding: made of the body of the request
}
