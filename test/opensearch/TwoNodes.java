import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * A cluster of two nodes on loopback, for tests. It ends when its input does, so that it cannot outlive who started it.
 *
 * Arguments: folder of its data, two HTTP ports, two transport ports.
 */
public class TwoNodes {
  public static void main(String[] args) throws IOException {
    String seeds = "127.0.0.1:" + args[3] + ",127.0.0.1:" + args[4];
    try (OpenSearchRunner runner = new OpenSearchRunner()) {
      runner.onBuild((number, settings) -> {
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", args[number]);
        settings.put("transport.port", args[number + 2]);
        settings.put("discovery.seed_hosts", seeds);
        // Other people's full disks are no matter of these tests.
        settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        settings.put("cluster.max_shards_per_node", 5000);
      });
      runner.build(OpenSearchRunner.newConfigs()
        .clusterName("rafid-tests-" + args[1])
        .basePath(args[0])
        .numOfNode(2));
      while (System.in.read() != -1) {
        // Whatever is said, only the end of it counts.
      }
    }
    System.exit(0);
  }
}
