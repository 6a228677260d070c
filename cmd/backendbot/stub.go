package main

import "github.com/spf13/cobra"

func newCompare() *cobra.Command      { return &cobra.Command{Use: "compare"} }
func newAbout() *cobra.Command        { return &cobra.Command{Use: "about"} }
func newSources() *cobra.Command      { return &cobra.Command{Use: "sources"} }
func newTechnologies() *cobra.Command { return &cobra.Command{Use: "technologies"} }
func newEval() *cobra.Command         { return &cobra.Command{Use: "eval"} }
