using Interlock.Cli.Inputs;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>The command that follows a check.</summary>
internal static class CheckNext
{
    private const string CertificateExtension = ".cert.json";

    /// <summary>A specification is certified; what was imported is written down first.</summary>
    /// <param name="path">What was checked.</param>
    /// <param name="spec">Its specification.</param>
    /// <param name="options">Import options as they were given, with a leading space.</param>
    public static string After(string path, ExecutableSpec spec, string options) => SpecInput.IsSpecFile(path)
        ? $"interlock certify create --spec {CommandWord.Of(path)} -o {CommandWord.Of(FileName(spec.Unnormaliser.Key, CertificateExtension))}"
        : $"interlock spec import {CommandWord.Of(path)}{options} --output {CommandWord.Of(FileName(spec.Unnormaliser.Key, SpecFile.Extension))}";

    private static string FileName(string key, string extension) =>
        string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_')) + extension;
}
