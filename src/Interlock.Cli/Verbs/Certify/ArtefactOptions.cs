using System.CommandLine;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Manifest;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>The words that name the files of a policy, and how they are hashed.</summary>
internal sealed class ArtefactOptions
{
    public Option<string?> Folder { get; } = new("--artefacts") { Description = "Folder (or single file) with the policy's weights, statistics and settings" };

    public Option<bool> Paranoid { get; } = new("--paranoid") { Description = "Hash every file again, whatever is remembered about it" };

    public FileHashing Hashing(VerbHost host, ParseResult parsed, string signatureFile, HashingReport progress, DiagnosticCollector findings) => new()
    {
        CacheFolder = host.CacheFolder is { } caches ? Path.Combine(caches, "hashes") : null,
        Paranoid = parsed.GetValue(Paranoid),
        SignatureFile = signatureFile,
        Progress = progress,
        Findings = findings,
        Clock = host.Clock,
    };
}
