using System.CommandLine;
using Interlock.Cli.Verbs.Config;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock config …</c>: everything about the file that says how a policy is run.</summary>
internal sealed class ConfigVerb : IVerb
{
    public Command Build(VerbHost host) => new("config", "Check and explain run files (*.run.yaml): how a policy is run on a robot.")
    {
        new ConfigValidateVerb().Build(host),
        new ConfigExplainVerb().Build(host),
        new SchemaVerb("run-v1.json", "run files", "config").Build(host),
    };
}
