using System.CommandLine;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>The words that name a private key. A passphrase comes from a file: words of a command line are seen by every account of the machine.</summary>
internal sealed class KeyOptions
{
    private const int LongestPassphrase = 4096;

    public Option<string> Key { get; } = new("--key") { Description = "Private key (PEM; only you may read it)", Required = true };

    public Option<string?> PassphraseFile { get; } = PassphraseOption();

    public static Option<string?> PassphraseOption() =>
        new("--passphrase-file") { Description = "File whose first line is the passphrase of the private key" };

    public SigningKey Read(ParseResult parsed)
    {
        char[] passphrase = Passphrase(parsed.GetValue(PassphraseFile));
        try
        {
            return SigningKey.ReadFile(parsed.GetRequiredValue(Key), passphrase);
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }

    /// <summary>The first line of a file; empty where no file is named.</summary>
    public static char[] Passphrase(string? path)
    {
        if (path is null)
        {
            return [];
        }

        using StreamReader reader = new(path);
        char[] buffer = new char[LongestPassphrase];
        int length = reader.ReadBlock(buffer);
        int end = buffer.AsSpan(0, length).IndexOfAny('\r', '\n');
        char[] passphrase = buffer[..(end < 0 ? length : end)];
        Array.Clear(buffer);
        return passphrase.Length > 0
            ? passphrase
            : throw new DiagnosticException("EX192", "the first line of the passphrase file is empty", SourcePlace.OfFile(path), "write the passphrase there");
    }
}
