using System.CommandLine;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Episodes;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock contract …</c>: everything about the file that says what a robot may do.</summary>
internal sealed class ContractVerb(Func<string, CancellationToken, IEpisodeSource> openEpisodes) : IVerb
{
    public Command Build(VerbHost host) => new("contract", "Check, show, compare and start contracts: what a robot may do.")
    {
        new ContractValidateVerb().Build(host),
        new ContractShowVerb().Build(host),
        new ContractDiffVerb().Build(host),
        new ContractInitVerb(openEpisodes).Build(host),
        new SchemaVerb("contract-v1.json", "contracts", "contract").Build(host),
    };
}
