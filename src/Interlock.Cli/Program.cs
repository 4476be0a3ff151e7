using Interlock.Cli;

return await CommandLine.RunAsync(args, VerbHost.OfProcess());
