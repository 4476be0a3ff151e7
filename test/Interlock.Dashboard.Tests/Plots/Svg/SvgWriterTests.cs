using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Svg;

namespace Interlock.Dashboard.Tests.Plots.Svg;

/// <summary>SVG pictures: accepted ones stay, hostile ones stay harmless.</summary>
public sealed partial class SvgWriterTests
{
    private const int LargestChars = 30_000;

    public static TheoryData<string> Names => ["channel", "roc", "detection", "reliability", "coverage", "histogram"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_the_accepted_one_and_small(string name)
    {
        string svg = SvgWriter.Write(Sample(name));
        Assert.InRange(svg.Length, 1000, LargestChars);
        Snapshots.Check($"{name}.svg", svg);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"/><image href='http://example.invalid'/>")]
    [InlineData("]]>&lt;\u0000\u202E\uD800")]
    public void Markup_in_names_stays_text(string hostile)
    {
        Figure figure = SampleFigures.Channel() with
        {
            Title = hostile,
            Subtitle = hostile,
            Footnote = hostile,
            Strips = [new StateStrip(hostile, [new StateSpan(0, 8, hostile, StateKind.Stopped)])],
            Events = [new EventMark(1, hostile)],
            Panels = [new Panel(new Axis(hostile, hostile), [new LevelMark(1) { Name = hostile }]) { Title = hostile }],
        };
        string svg = SvgWriter.Write(figure);
        string[] elements = [.. XDocument.Parse(svg).Descendants().Select(element => element.Name.LocalName).Distinct()];
        Assert.Empty(elements.Except(["svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "text"]));
        Assert.DoesNotContain('\u202E', svg);
    }

    [Fact]
    public void Any_numbers_give_finite_places_inside_the_picture_and_the_same_bytes_again()
    {
        Gen<double> value = Gen.OneOf(
            Gen.Choose(-1000, 1000).Select(each => each / 7.0),
            Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 0, 1e300));
        Prop.ForAll(Gen.ArrayOf(value).ToArbitrary(), values =>
        {
            double[] x = [.. Enumerable.Range(0, values.Length).Select(i => (double)i)];
            Figure figure = new()
            {
                Title = "any",
                Panels = [new Panel(new Axis("y"), [new LineMark(x, values) { IsStep = values.Length % 2 == 0 }, new AreaMark(x, values, x), new PointMark(x, values), new LimitMark(values.FirstOrDefault(), null)])],
            };
            string svg = SvgWriter.Write(figure);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
            AssertInside(XDocument.Parse(svg));
            Assert.Equal(svg, SvgWriter.Write(figure));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_gap_is_not_drawn_over()
    {
        double[] x = [0, 1, 2, 3, 4, 5], y = [1, 2, double.NaN, double.NaN, 2, 1];
        Figure figure = new() { Title = "gap", Panels = [new Panel(new Axis("y"), [new LineMark(x, y) { Ink = Ink.Channel(3) }])] };
        string svg = SvgWriter.Write(figure);
        string color = Interlock.Dashboard.Plots.Palette.ChannelHex(3);
        Assert.Equal(2, Regex.Count(svg, $"<path [^>]*stroke=\"{color}\""));
    }

    [Fact]
    public void A_million_points_are_still_a_small_picture()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => i / 1000.0)];
        double[] y = Array.ConvertAll(x, at => Math.Sin(at / 50));
        Figure figure = new() { Title = "long", Panels = [new Panel(new Axis("y"), [new LineMark(x, y)])] };
        Assert.InRange(SvgWriter.Write(figure).Length, 1000, 2 * LargestChars);
    }

    [Fact]
    public void The_picture_has_a_title_and_a_description_for_screen_readers()
    {
        XElement root = XDocument.Parse(SvgWriter.Write(SampleFigures.Channel(), new SvgOptions { IdPrefix = "p7" })).Root!;
        Assert.Equal("p7-title p7-desc", root.Attribute("aria-labelledby")!.Value);
        Assert.Contains("position [deg] against time [s]: limits, policy, guarded, executed", root.Elements().Single(element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    private static void AssertInside(XDocument document)
    {
        double[] view = Array.ConvertAll(document.Root!.Attribute("viewBox")!.Value.Split(' '), Number);
        foreach (string path in document.Descendants().Where(element => element.Name.LocalName == "path").Select(element => element.Attribute("d")!.Value))
        {
            double[] numbers = [.. PathNumber().Matches(path).Select(match => Number(match.Value))];
            (double x, double y) = (0, 0);
            for (int i = 0; i + 1 < numbers.Length; i += 2)
            {
                (x, y) = (x + numbers[i], y + numbers[i + 1]);
                Assert.InRange(x, -0.1, view[2] + 0.1);
                Assert.InRange(y, -0.1, view[3] + 0.1);
            }
        }
    }

    private static Figure Sample(string name) => name switch
    {
        "channel" => SampleFigures.Channel(),
        "roc" => SampleFigures.Roc(),
        "detection" => SampleFigures.Detection(),
        "reliability" => SampleFigures.Reliability(),
        "coverage" => SampleFigures.Coverage(),
        _ => SampleFigures.Histogram(),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)")]
    private static partial Regex PathNumber();
}
