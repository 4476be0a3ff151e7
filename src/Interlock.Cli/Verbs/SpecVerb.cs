using System.CommandLine;
using Interlock.Cli.Verbs.Spec;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock spec …</c>: everything about what a policy's numbers mean.</summary>
internal sealed class SpecVerb : IVerb
{
    public Command Build(VerbHost host) => new("spec", "What a policy's numbers mean: specifications, and what a wrong one does.")
    {
        new SpecReplayVerb().Build(host),
    };
}
