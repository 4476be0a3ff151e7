using System.CommandLine;
using Interlock.Cli.Verbs.Certify;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;

namespace Interlock.Cli.Verbs.Check;

/// <summary>The words with which a check compares what is found with what was certified.</summary>
internal sealed class AgainstOptions
{
    public Option<string?> Against { get; } = new("--against") { HelpName = "file", Description = "Certificate or specification to compare with; exit code 3 when they differ" };

    public Option<bool> Gate { get; } = new("--gate") { Description = "Decide as the start-up gate does: believe only a certificate signed by --trust" };

    public Option<string?> Trust { get; } = new("--trust") { HelpName = "folder", Description = "Folder with the public keys to believe" };

    public Option<string[]> Waivers { get; } = new("--waiver") { HelpName = "file", Description = "Signed waiver for this certificate; may be repeated" };

    public Option<string?> Level { get; } = new("--level") { Description = "Lowest certificate level that is enough; default: declared" };

    public Option<Uri?> Probe { get; } = new("--probe")
    {
        HelpName = "url",
        Description = "Decode end-point to probe; default: this process",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? uri : Wrong(result),
    };

    public Option<string?> Receipt { get; } = new("--receipt") { HelpName = "file", Description = "Write what was observed to this file" };

    public ArtefactOptions Artefacts { get; } = new();

    public void AddTo(Command command)
    {
        Level.AcceptOnlyFromAmong([.. EnumWord.All<CertificateLevel>()]);
        foreach (Option option in (ReadOnlySpan<Option>)[Against, Gate, Trust, Waivers, Level, Artefacts.Folder, Artefacts.Paranoid, Probe, Receipt])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool hasAgainst = result.GetResult(Against) is { Implicit: false };
            bool isGate = result.GetValue(Gate);
            if (!hasAgainst && (isGate || Dependents.Any(option => result.GetResult(option) is { Implicit: false })))
            {
                result.AddError("--gate, --trust, --waiver, --level, --artefacts, --probe and --receipt belong to --against FILE.");
            }
            else if (isGate && result.GetResult(Trust) is not { Implicit: false })
            {
                result.AddError("--gate needs --trust FOLDER: without it no certificate can be believed.");
            }
        });
    }

    private Option[] Dependents => [Trust, Waivers, Level, Artefacts.Folder, Probe, Receipt];

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--probe takes an address such as http://127.0.0.1:8000/decode.");
        return null;
    }
}
