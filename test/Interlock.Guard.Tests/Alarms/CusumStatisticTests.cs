using System.Text.Json;
using Interlock.Guard.Alarms;

namespace Interlock.Guard.Tests.Alarms;

public class CusumStatisticTests
{
    [SharedTheory("golden/safecontract")]
    [InlineData("s01_smooth_d2")]
    [InlineData("s03_smooth_d6")]
    [InlineData("s05_stalled_d7")]
    [InlineData("s06_out_of_bounds_d7")]
    [InlineData("s09_smooth_d14")]
    [InlineData("s11_gripper_flips_d7")]
    public void Given_the_published_p_values_it_gives_the_published_series(string stream)
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.PathOf($"golden/safecontract/{stream}.json")));
        int compared = 0;
        foreach (JsonProperty run in golden.RootElement.GetProperty("runs").EnumerateObject())
        {
            compared += run.Value.TryGetProperty("cusum_stat_before_reset", out JsonElement series) ? Compare(run.Value, series) : 0;
        }

        Assert.True(compared > 400);
    }

    [Fact]
    public void An_alarm_starts_again_from_zero_and_does_not_latch()
    {
        CusumStatistic statistic = new(0.25, 2);
        bool[] alarms = [.. Enumerable.Range(0, 8).Select(step => statistic.Observe(step < 6))];
        Assert.Equal([false, false, true, false, false, true, false, false], alarms);
        Assert.Equal(0, statistic.BeforeReset);
    }

    [Fact]
    public void A_step_without_p_value_changes_nothing()
    {
        CusumAlarm alarm = new(new CusumCalibration(0.05, 0.1, 5, 1, 30, 0.02));
        alarm.Observe(0.01);
        double before = alarm.Statistic;
        Assert.False(alarm.Observe(double.NaN));
        Assert.Equal(before, alarm.Statistic);
    }

    private static int Compare(JsonElement run, JsonElement series)
    {
        JsonElement config = run.GetProperty("config");
        double alpha = config.GetProperty("alpha").GetDouble();
        CusumStatistic statistic = new(alpha, config.GetProperty("cusum_threshold").GetDouble());
        JsonElement pValues = run.GetProperty("report").GetProperty("p_value");
        JsonElement alarmsSoFar = run.GetProperty("cusum_alarms_so_far");
        int alarms = 0;
        for (int t = 0; t < series.GetArrayLength(); t++)
        {
            alarms += statistic.Observe(pValues[t].GetDouble() < alpha) ? 1 : 0;
            Assert.Equal(series[t].GetDouble(), statistic.BeforeReset, 9);
            Assert.Equal(alarmsSoFar[t].GetInt32(), alarms);
        }

        return series.GetArrayLength();
    }
}
