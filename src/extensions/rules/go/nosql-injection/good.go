package main

import (
	"context"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(w http.ResponseWriter, r *http.Request, users *mongo.Collection) {
	users.FindOne(context.TODO(), bson.M{"name": r.FormValue("name")})
	users.UpdateMany(context.TODO(), bson.M{"name": r.FormValue("name")}, bson.M{"$set": bson.M{"seen": true}})
}
