using System.CommandLine;
using Interlock.Cli.Verbs.Record;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock record …</c>: recordings as files.</summary>
internal sealed class RecordVerb : IVerb
{
    public Command Build(VerbHost host) => new("record", "Look into recordings (*.mcap), check them, take files out of them, save what can be saved.")
    {
        new RecordInfoVerb().Build(host),
        new RecordVerifyVerb().Build(host),
        new RecordExtractVerb().Build(host),
        new RecordLayoutVerb().Build(host),
        new RecordRecoverVerb().Build(host),
    };
}
