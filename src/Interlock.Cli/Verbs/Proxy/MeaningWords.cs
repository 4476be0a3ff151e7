using System.CommandLine;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Files;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Proxies;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>The words of <c>proxy</c> about what the numbers mean, and about alarms.</summary>
internal sealed class MeaningWords
{
    private readonly Option<string> _replies = new("--replies")
    {
        DefaultValueFactory = _ => "commands",
        Description = "What the server's numbers are: commands (it un-normalises), or normalised (the script does; needs --spec or --certificate)",
    };

    private readonly Option<string?> _spec = new("--spec") { HelpName = "file", Description = "What the numbers mean (*.execspec.json); its channels must be the contract's" };
    private readonly Option<string?> _certificate = new("--certificate") { HelpName = "file", Description = "Start only if what is guarded is what was certified; without --spec its specification is used" };
    private readonly Option<string?> _trust = new("--trust") { HelpName = "folder", Description = "Public keys to believe, for --certificate" };
    private readonly Option<string> _level = new("--level") { DefaultValueFactory = _ => "declared", Description = "Lowest certificate level that is enough" };
    private readonly Option<string?> _artefacts = new("--artefacts") { HelpName = "folder", Description = "What the policy is made of, hashed and held against the certificate" };
    private readonly Option<string?> _waiver = new("--waiver") { HelpName = "file", Description = "Signed waiver for this certificate" };
    private readonly Option<string> _onAlarm = new("--on-alarm")
    {
        DefaultValueFactory = _ => "tell",
        Description = "What an alarm of the contract's calibration does: tell, hold (the next reply is not used), or stop (stays)",
    };

    public void AddTo(Command command)
    {
        Option[] options = [_replies, _spec, _certificate, _trust, _level, _artefacts, _waiver, _onAlarm];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        _replies.Validators.Add(result => ProxyWords.Require<ReplyNumbers>(result.GetValueOrDefault<string>(), result.AddError));
        _level.Validators.Add(result => ProxyWords.Require<CertificateLevel>(result.GetValueOrDefault<string>(), result.AddError));
        _onAlarm.Validators.Add(result => ProxyWords.Require<AlarmAction>(result.GetValueOrDefault<string>(), result.AddError));
        command.Validators.Add(result =>
        {
            string?[] ofCertificate = [result.GetValue(_trust), result.GetValue(_artefacts), result.GetValue(_waiver)];
            if (result.GetValue(_certificate) is null && Array.Exists(ofCertificate, word => word is not null))
            {
                result.AddError("--trust, --artefacts and --waiver are for --certificate.");
            }
        });
    }

    /// <summary>The options with what the words add, the decision of the gate included.</summary>
    public ProxyOptions Apply(ParseResult parsed, ProxyOptions options, DateTimeOffset now)
    {
        ProxyOptions chosen = options with
        {
            Replies = EnumWord.Find<ReplyNumbers>(parsed.GetRequiredValue(_replies))!.Value,
            OnAlarm = EnumWord.Find<AlarmAction>(parsed.GetRequiredValue(_onAlarm))!.Value,
            Spec = parsed.GetValue(_spec) is { } spec ? SpecFile.Load(spec) : null,
        };
        return parsed.GetValue(_certificate) is { } certificate
            ? ProxyGate.Run(
                new GateSettings
                {
                    Certificate = Path.GetFullPath(certificate),
                    Trust = parsed.GetValue(_trust) is { } trust ? Path.GetFullPath(trust) : null,
                    Level = EnumWord.Find<CertificateLevel>(parsed.GetRequiredValue(_level))!.Value,
                    Artefacts = parsed.GetValue(_artefacts) is { } artefacts ? Path.GetFullPath(artefacts) : null,
                    Waiver = parsed.GetValue(_waiver) is { } waiver ? Path.GetFullPath(waiver) : null,
                },
                chosen,
                now)
            : chosen;
    }
}
