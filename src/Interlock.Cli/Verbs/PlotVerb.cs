using System.CommandLine;
using Interlock.Cli.Verbs.Plot;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock plot</c>: signals of a recording as a picture.</summary>
internal sealed class PlotVerb : IVerb
{
    private const string Help =
        "Draw signals of a flight recording as SVG or PNG, with units, limits, interventions, chunk boundaries and states. " +
        "--channel draws the policy's number against the guarded and the executed one; --signal draws signals by key, --list names them.\n" +
        "Example: interlock plot run.mcap --channel shoulder_pan.pos --from 2 --to 8 -o shoulder.svg";

    private const int LeastWidthPx = 240, LargestWidthPx = 8192, LeastHeightPx = 40, LargestHeightPx = 4096;
    private const int UsualWidthPx = 960;
    private const double LeastScale = 0.5, LargestScale = 4;

    private readonly Argument<string> _file = new("file") { Description = "Flight recording (*.mcap)." };
    private readonly Option<string?> _signal = new("--signal") { Description = "Signal keys, separated by commas, for example guarded/shoulder_pan.pos,monitor/jerk." };
    private readonly Option<string?> _channel = new("--channel") { Description = "One channel: policy against guarded against executed." };
    private readonly Option<double?> _from = new("--from") { Description = "First second; default: the start." };
    private readonly Option<double?> _to = new("--to") { Description = "Last second; default: the end." };
    private readonly Option<int?> _width = new("--width") { Description = "Width in px; default 960." };
    private readonly Option<int?> _height = new("--height") { Description = "Height of one panel in px; default 220, 160 where there are several." };
    private readonly Option<double?> _scale = new("--scale") { Description = "PNG: pixels per px; default 1." };
    private readonly Option<bool> _dark = new("--dark") { Description = "On dark paper. An SVG without it follows its viewer." };
    private readonly Option<string?> _output = new("--out", "-o") { Description = "The picture: *.svg or *.png." };
    private readonly Option<bool> _list = new("--list") { Description = "Only list the signals." };
    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document about what was drawn or listed." };

    public Command Build(VerbHost host)
    {
        Command command = new("plot", Help) { _file, _signal, _channel, _from, _to, _width, _height, _scale, _dark, _output, _list, _json };
        command.Validators.Add(Validate);
        command.SetInterruptibleAction((parsed, cancellation) => new PlotSession(host, Request(parsed)).Run(cancellation));
        return command;
    }

    private void Validate(System.CommandLine.Parsing.CommandResult result)
    {
        if (!result.GetValue(_list))
        {
            ValidateWhat(result);
        }

        Within(_width, result.GetValue(_width) ?? LeastWidthPx, LeastWidthPx, LargestWidthPx);
        Within(_height, result.GetValue(_height) ?? LeastHeightPx, LeastHeightPx, LargestHeightPx);
        Within(_scale, result.GetValue(_scale) ?? LeastScale, LeastScale, LargestScale);

        void Within(Option option, double value, double least, double largest)
        {
            if (!(value >= least && value <= largest))
            {
                result.AddError($"{option.Name} must be {least} to {largest}.");
            }
        }
    }

    private void ValidateWhat(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetValue(_signal) is null == result.GetValue(_channel) is null)
        {
            result.AddError("State --channel or --signal, one of them; --list names the signals.");
        }

        string output = result.GetValue(_output) ?? "";
        if (!PictureFile.IsSvg(output) && !PictureFile.IsPng(output))
        {
            result.AddError("State the picture with -o: a file that ends in .svg or .png.");
        }
    }

    private PlotRequest Request(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(_file),
        Signals = (parsed.GetValue(_signal) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Channel = parsed.GetValue(_channel),
        FromS = parsed.GetValue(_from),
        ToS = parsed.GetValue(_to),
        WidthPx = parsed.GetValue(_width) ?? UsualWidthPx,
        HeightPx = parsed.GetValue(_height),
        Scale = parsed.GetValue(_scale) ?? 1,
        IsDark = parsed.GetValue(_dark),
        Output = parsed.GetValue(_output) ?? "",
        IsList = parsed.GetValue(_list),
        Json = parsed.GetValue(_json),
    };
}
