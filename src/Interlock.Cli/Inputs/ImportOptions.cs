using System.CommandLine;
using System.CommandLine.Parsing;
using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Inputs;

/// <summary>What a user states beside the files of a checkpoint, because the files do not.</summary>
internal sealed class ImportOptions
{
    private static readonly string[] JointUnits = [ChannelUnit.Degree.Symbol, ChannelUnit.Percent.Symbol, ChannelUnit.Radian.Symbol];

    private readonly Option<string?> _key = new("--key") { Description = "The entry to use; needed where the source has several." };
    private readonly Option<string?> _from = Words("--from", "Whose files these are; default: found out.", SpecImport.Ecosystems);
    private readonly Option<string?> _scheme = Words("--scheme", "The scheme to use instead of the one the source implies.", EnumWord.All<NormalisationScheme>());
    private readonly Option<string?> _platform = Words("--platform", "Platform of an OpenVLA checkpoint.", EnumWord.All<ImportPlatform>());
    private readonly Option<string?> _family = new("--family") { Description = "Model family of an openpi checkpoint." };
    private readonly Option<bool?> _quantiles = new("--use-quantile-norm") { HelpName = "true|false", Description = "openpi's setting of this name." };
    private readonly Option<string?> _reference = Words("--reference", "What the decoded numbers are measured from.", EnumWord.All<ActionReference>());
    private readonly Option<double?> _translation = new("--translation-m") { HelpName = "m", Description = "Metres that a translation command of 1.0 moves (robosuite OSC_POSE: 0.05)." };
    private readonly Option<double?> _rotation = new("--rotation-rad") { HelpName = "rad", Description = "Radians that a rotation command of 1.0 turns (robosuite OSC_POSE: 0.5)." };
    private readonly Option<double?> _rate = new("--rate-hz") { HelpName = "hz", Description = "Commands per second (LIBERO: 20)." };
    private readonly Option<string?> _unit = Words("--unit", "Unit of the decoded joint numbers (LeRobot: use_degrees in the robot's configuration decides).", JointUnits);
    private readonly Option<string?> _channels = new("--channels") { HelpName = "a,b,…", Description = "Names of the action channels in order." };

    /// <summary>Those that state something that a specification file states itself.</summary>
    private Option[] Statements => [_from, _scheme, _platform, _family, _quantiles, _reference, _translation, _rotation, _rate, _unit, _channels];

    public void AddTo(Command command)
    {
        foreach (Option option in Statements.Prepend(_key))
        {
            command.Options.Add(option);
        }
    }

    public ImportRequest Request(ParseResult parsed) => new()
    {
        Key = parsed.GetValue(_key),
        Ecosystem = parsed.GetValue(_from),
        Scheme = Word<NormalisationScheme>(parsed.GetValue(_scheme)),
        Platform = Word<ImportPlatform>(parsed.GetValue(_platform)),
        Family = parsed.GetValue(_family),
        UseQuantileNorm = parsed.GetValue(_quantiles),
        Reference = Word<ActionReference>(parsed.GetValue(_reference)),
        TranslationMPerCommand = parsed.GetValue(_translation),
        RotationRadPerCommand = parsed.GetValue(_rotation),
        RateHz = parsed.GetValue(_rate),
        JointUnit = parsed.GetValue(_unit) is { } unit ? ChannelUnit.Find(unit) : null,
        ChannelNames = parsed.GetValue(_channels)?.Split(',', StringSplitOptions.TrimEntries),
    };

    /// <summary>The first option given that has no meaning beside a specification file; null when there is none.</summary>
    public string? FirstStatement(CommandResult command) =>
        Statements.FirstOrDefault(option => command.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The options as they were given, to be used in another command; empty or starting with a space.</summary>
    public string Repeated(ParseResult parsed) => string.Concat(Statements.Prepend(_key)
        .Select(option => parsed.GetResult(option))
        .Where(result => result is { Implicit: false, Tokens.Count: > 0 })
        .Select(result => $" {result!.Option.Name} {CommandWord.Of(result.Tokens[0].Value)}"));

    private static T? Word<T>(string? word)
        where T : struct, Enum => word is null ? null : EnumWord.Find<T>(word);

    private static Option<string?> Words(string name, string description, IReadOnlyList<string> words)
    {
        Option<string?> option = new(name) { HelpName = string.Join('|', words), Description = description };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }
}
