using System.CommandLine;
using Interlock.Cli.Verbs.Spec;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock spec …</c>: everything about what a policy's numbers mean.</summary>
internal sealed class SpecVerb : IVerb
{
    public Command Build(VerbHost host) => new("spec", "What a policy's numbers mean: check, show and compare specifications, and see what a wrong one does.")
    {
        new SpecImportVerb().Build(host),
        new SpecValidateVerb().Build(host),
        new SpecShowVerb().Build(host),
        new SpecDiffVerb().Build(host),
        new SchemaVerb("execspec-v1.json", "specifications", "spec").Build(host),
        new SpecReplayVerb().Build(host),
    };
}
