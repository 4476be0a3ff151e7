using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Guard.Tests.Calibration.Files;

public class CalibrationFileTests
{
    private static readonly CalibrationOutcome Outcome =
        DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(1, 40, 60, 3, 0.9), new CalibrationOptions { Name = "cell \"7\" ü" });

    private static readonly string Written = CalibrationWriter.ToText(Outcome.Calibration);

    [Fact]
    public void What_was_written_reads_back_to_the_same_bytes()
    {
        GuardCalibration read = Read(Written);
        Assert.Equal(Written, CalibrationWriter.ToText(read));
        Assert.Equal(Outcome.Calibration.Models.Conformal!.SortedScores, read.Models.Conformal!.SortedScores);
        Assert.Equal(Outcome.Calibration.Models.Mahalanobis!.Whitening, read.Models.Mahalanobis!.Whitening);
    }

    [Fact]
    public void The_file_is_readable()
    {
        Assert.StartsWith("{\n  \"interlock\": \"calibration/1\",\n  \"name\": \"cell \\\"7\\\" ü\",\n  \"channels\": [\"joint_0\", \"joint_1\", \"joint_2\"],\n", Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"calibration/1\"", "\"calibration/2\"", "GD401")]
    [InlineData("\"shrinkage\"", "\"shrinkagee\"", "GD402")]
    [InlineData("\"motion_dead_band\": [", "\"motion_dead_band\": [1, ", "GD403")]
    [InlineData("\"motion_dead_band\": [", "\"motion_dead_band\": [-", "GD404")]
    [InlineData("\"alpha\": 0.05", "\"alpha\": 1.05", "GD404")]
    [InlineData("\"alpha\": 0.05", "\"alpha\": \"NaN\"", "GD402")]
    [InlineData("\"alpha\": 0.05", "\"alpha\": 1e999", "GD404")]
    [InlineData("\"sorted_scores\": [", "\"sorted_scores\": [1e300, ", "GD405")]
    [InlineData("\"guarantee\": \"step\"", "\"guarantee\": \"row\"", "GD402")]
    [InlineData("{", "", "GD400")]
    [InlineData("\"name\": \"cell", "\"name\": \"\\ud800 cell", "GD400")]
    public void A_wrong_file_is_refused_with_its_code(string right, string wrong, string code)
    {
        int at = Written.IndexOf(right, StringComparison.Ordinal);
        string text = Written[..at] + wrong + Written[(at + right.Length)..];
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => Read(text));
        Assert.Contains(error.Diagnostics, item => item.Code == code);
        Assert.All(error.Diagnostics, item => Assert.Equal("cell.calibration.json", item.Place!.File));
    }

    [Fact]
    public void A_misspelt_key_is_named_with_the_right_one()
    {
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => Read(Written.Replace("\"slope\"", "\"sloppe\"", StringComparison.Ordinal)));
        Assert.Contains(error.Diagnostics, item => item.Hint == "did you mean slope?");
    }

    [Fact]
    public void A_calibration_for_other_channels_is_refused()
    {
        var contract = Outcome.Contract with { Channels = [.. Outcome.Contract.Channels.Reverse()] };
        CalibrationReader.RequireSameChannels(Outcome.Calibration, Outcome.Contract);
        DiagnosticException error = Assert.Throws<DiagnosticException>(() => CalibrationReader.RequireSameChannels(Outcome.Calibration, contract));
        Assert.Equal("GD406", error.Diagnostics.Single().Code);
    }

    [Fact]
    public void Ten_thousand_mutations_are_read_or_refused_and_never_crash()
    {
        SeededRandom random = new(17);
        byte[] original = Encoding.UTF8.GetBytes(Shortened());
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            byte[] mutated = Mutate(original, random);
            try
            {
                CalibrationReader.Read(mutated);
            }
            catch (DiagnosticException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 5_000, 10_000);
    }

    private static GuardCalibration Read(string text) => CalibrationReader.Read(Encoding.UTF8.GetBytes(text), "cell.calibration.json");

    /// <summary>The same file with few scores, so that mutations hit every key.</summary>
    private static string Shortened()
    {
        var models = Outcome.Calibration.Models;
        var few = models.Conformal! with { SortedScores = [0.5, 1, 1.5, double.PositiveInfinity] };
        return CalibrationWriter.ToText(Outcome.Calibration with { Models = models with { Conformal = few } });
    }

    private static byte[] Mutate(byte[] original, SeededRandom random)
    {
        List<byte> bytes = [.. original];
        int changes = 1 + random.NextInt(3);
        for (int i = 0; i < changes && bytes.Count > 1; i++)
        {
            int at = random.NextInt(bytes.Count);
            int length = Math.Min(1 + random.NextInt(12), bytes.Count - at);
            switch (random.NextInt(5))
            {
                case 0: bytes[at] = (byte)random.NextInt(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(random.NextInt(bytes.Count - length + 1), length)); break;
                case 3: bytes[at] = "0123456789-eE.[]{},:\"ntf"u8[random.NextInt(24)]; break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
