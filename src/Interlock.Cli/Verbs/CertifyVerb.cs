using System.CommandLine;
using Interlock.Cli.Verbs.Certify;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock certify …</c>: signed statements about what a policy is.</summary>
internal sealed class CertifyVerb : IVerb
{
    public Command Build(VerbHost host) => new("certify", "Make, sign and verify certificates: which files, and what their numbers mean.")
    {
        new CertifyKeygenVerb().Build(host),
        new CertifyCreateVerb().Build(host),
        new CertifySignVerb().Build(host),
        new CertifyVerifyVerb().Build(host),
        new CertifyShowVerb().Build(host),
        new CertifyWaiveVerb().Build(host),
    };
}
